# The service signs in to AWS as itself: there is no key to keep.
data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "service" {
  name               = "${{ values.name }}-${var.stage}"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "storage" {
  name   = "storage"
  role   = aws_iam_role.service.id
  policy = data.aws_iam_policy_document.storage.json
}

resource "aws_eks_pod_identity_association" "service" {
  cluster_name    = var.cluster_name
  namespace       = "${{ values.name }}-${var.stage}"
  service_account = "${{ values.name }}"
  role_arn        = aws_iam_role.service.arn
}
