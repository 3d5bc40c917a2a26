#!/bin/sh -e
# Gives a domain a certificate with the AWS CLI: rotate.sh <certificate> <domain>
certificate=$1 domain=$2
pool=$(aws cognito-idp describe-user-pool-domain --domain "$domain" \
  --query DomainDescription.UserPoolId --output text)
aws cognito-idp update-user-pool-domain --domain "$domain" --user-pool-id "$pool" \
  --custom-domain-config "CertificateArn=$certificate" > /dev/null
until [ "$(aws cognito-idp describe-user-pool-domain --domain "$domain" \
  --query DomainDescription.Status --output text)" = ACTIVE ]; do sleep 0.1; done
