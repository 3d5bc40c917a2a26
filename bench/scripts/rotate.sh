#!/bin/sh -e
# Gives each of the domains on standard input a certificate, one after the other, with the AWS CLI.
while read -r domain; do
  pool=$(aws cognito-idp describe-user-pool-domain --domain "$domain" \
    --query DomainDescription.UserPoolId --output text)
  aws cognito-idp update-user-pool-domain --domain "$domain" --user-pool-id "$pool" \
    --custom-domain-config "CertificateArn=$1" > /dev/null
  until [ "$(aws cognito-idp describe-user-pool-domain --domain "$domain" \
    --query DomainDescription.Status --output text)" = ACTIVE ]; do sleep 0.1; done
done
