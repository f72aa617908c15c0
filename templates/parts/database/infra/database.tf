data "aws_eks_cluster" "cluster" {
  name = var.cluster_name
}

data "aws_caller_identity" "current" {}

locals {
  name       = "${{ values.name }}-${var.stage}"
  network    = data.aws_eks_cluster.cluster.vpc_config[0]
  production = var.stage == "production"
}

resource "aws_db_subnet_group" "database" {
  name       = local.name
  subnet_ids = local.network.subnet_ids
}

resource "aws_security_group" "database" {
  name        = "${local.name}-database"
  description = "Who may connect to the database of ${local.name}"
  vpc_id      = local.network.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "cluster" {
  security_group_id            = aws_security_group.database.id
  description                  = "PostgreSQL from the cluster"
  referenced_security_group_id = local.network.cluster_security_group_id
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_db_parameter_group" "database" {
  name_prefix = "${local.name}-"
  family      = "postgres17"

  parameter {
    name  = "rds.force_ssl"
    value = "1"
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_db_instance" "database" {
  identifier = local.name

  engine         = "postgres"
  engine_version = "17"
  instance_class = var.instance_class

  storage_type          = "gp3"
  storage_encrypted     = true
  allocated_storage     = var.storage
  max_allocated_storage = var.storage * 4

  db_name                             = "app"
  username                            = "postgres"
  manage_master_user_password         = true
  iam_database_authentication_enabled = true

  db_subnet_group_name   = aws_db_subnet_group.database.name
  parameter_group_name   = aws_db_parameter_group.database.name
  vpc_security_group_ids = [aws_security_group.database.id]
  publicly_accessible    = false

  multi_az                        = local.production
  auto_minor_version_upgrade      = true
  maintenance_window              = "tue:03:00-tue:04:00"
  backup_window                   = "01:00-02:00"
  backup_retention_period         = var.backup_days
  copy_tags_to_snapshot           = true
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]

  # In production AWS refuses to delete the database, and keeps a last snapshot. The one of staging can be thrown away;
  # prevent_destroy would stop that too, since Terraform takes no variable for it.
  deletion_protection = local.production
  skip_final_snapshot = !local.production

  # The time at which the database was made is part of the name, and stays so: a snapshot outlives its database,
  # and one of the next database must not have the same name.
  final_snapshot_identifier = "${local.name}-final-${formatdate("YYYYMMDDhhmmss", plantimestamp())}"

  lifecycle {
    ignore_changes = [final_snapshot_identifier]
  }
}

# What the service may do: sign in as the user "app" with a token that lasts for minutes.
data "aws_iam_policy_document" "storage" {
  statement {
    actions = ["rds-db:connect"]

    resources = [
      "arn:aws:rds-db:${var.region}:${data.aws_caller_identity.current.account_id}:dbuser:${aws_db_instance.database.resource_id}/app",
    ]
  }
}
