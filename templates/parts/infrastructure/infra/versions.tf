terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }

  # Bucket and key are given to "terraform init", for each stage its own.
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      service = "${{ values.name }}"
      stage   = var.stage
      team    = "${{ values.team }}"
    }
  }
}
