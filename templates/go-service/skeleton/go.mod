module github.com/${{ values.organisation }}/${{ values.name }}

go 1.24.0
