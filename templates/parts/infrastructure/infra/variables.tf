variable "stage" {
  description = "Which stage this is for."
  type        = string

  validation {
    condition     = contains(["staging", "production"], var.stage)
    error_message = "The stage is staging or production."
  }
}

variable "cluster_name" {
  description = "The EKS cluster in which the service runs."
  type        = string
}

variable "region" {
  description = "Where everything is made."
  type        = string
  default     = "${{ values.region }}"
}
