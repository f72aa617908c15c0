variable "instance_class" {
  description = "How strong the database server is."
  type        = string
  default     = "db.m7g.large"
}

variable "storage" {
  description = "Size of the disk to begin with, in GiB. It grows up to four times this."
  type        = number
  default     = 100
}

variable "backup_days" {
  description = "How many days one can go back."
  type        = number
  default     = 35
}
