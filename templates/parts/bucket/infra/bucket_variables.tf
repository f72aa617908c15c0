variable "keep_days" {
  description = "For how many days a file that was replaced or deleted can be had back."
  type        = number
  default     = ${{ values.keepDays }}
}
