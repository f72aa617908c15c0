module github.com/checkout/orders

go 1.24.0
