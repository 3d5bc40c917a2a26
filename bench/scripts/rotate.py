"""Gives domains a certificate with boto3: rotate.py <certificate> <how many at a time> <domain>..."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import boto3

certificate, at_a_time, *domains = sys.argv[1:]
cognito = boto3.client("cognito-idp")


def rotate(domain):
    pool = cognito.describe_user_pool_domain(Domain=domain)["DomainDescription"]["UserPoolId"]
    cognito.update_user_pool_domain(
        Domain=domain, UserPoolId=pool, CustomDomainConfig={"CertificateArn": certificate}
    )
    while cognito.describe_user_pool_domain(Domain=domain)["DomainDescription"]["Status"] != "ACTIVE":
        time.sleep(0.1)


with ThreadPoolExecutor(int(at_a_time)) as threads:
    list(threads.map(rotate, domains))
