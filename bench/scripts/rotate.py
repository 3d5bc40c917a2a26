"""Gives each of the domains on standard input a certificate, one after the other, with boto3."""

import sys
import time

import boto3

cognito = boto3.client("cognito-idp")
for domain in sys.stdin.read().split():
    pool = cognito.describe_user_pool_domain(Domain=domain)["DomainDescription"]["UserPoolId"]
    cognito.update_user_pool_domain(
        Domain=domain, UserPoolId=pool, CustomDomainConfig={"CertificateArn": sys.argv[1]}
    )
    while cognito.describe_user_pool_domain(Domain=domain)["DomainDescription"]["Status"] != "ACTIVE":
        time.sleep(0.1)
