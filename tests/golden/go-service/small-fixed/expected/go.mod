module github.com/ada/hooks

go 1.24.0
