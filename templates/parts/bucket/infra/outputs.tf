output "bucket_name" {
  description = "BUCKET_NAME in deploy/<stage>/storage.env."
  value       = aws_s3_bucket.files.bucket
}
