module github.com/northwind/shop

go 1.24.0
