output "database_host" {
  description = "DATABASE_HOST in deploy/<stage>/storage.env."
  value       = aws_db_instance.database.address
}

output "master_user_secret" {
  description = "Where AWS Secrets Manager keeps the password of the user postgres."
  value       = aws_db_instance.database.master_user_secret[0].secret_arn
}
