//go:build tools

// Package tools names the program that this module exists to build, so that `go mod tidy` keeps its requirements.
package tools

import _ "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs"
