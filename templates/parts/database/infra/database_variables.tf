variable "instance_class" {
  description = "How strong the database server is."
  type        = string
  default     = "${{ values.class }}"
}

variable "storage" {
  description = "Size of the disk to begin with, in GiB. It grows up to four times this."
  type        = number
  default     = ${{ values.storage }}
}

variable "backup_days" {
  description = "How many days one can go back."
  type        = number
  default     = ${{ values.backupDays }}
}
