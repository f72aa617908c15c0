module github.com/Northwind/invoices

go 1.24.0
