#!/bin/sh
# Put a signature with a time stamp into a program for Windows: sign.sh CERTIFICATE.p12 PASSWORD_FILE PROGRAM
# Needs osslsigncode. Tried with a certificate made for the purpose, and without the time stamp.
set -eu
certificate=$1 password=$2 program=$3
stamp=${LISTO_TIMESTAMP-http://timestamp.digicert.com}
osslsigncode sign -pkcs12 "$certificate" -readpass "$password" -h sha256 -n Listo \
    ${stamp:+-ts "$stamp"} -in "$program" -out "$program.signed"
mv "$program.signed" "$program"
