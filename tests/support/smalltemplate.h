#pragma once

#include "tests/support/clirunner.h"

namespace waymark::testing {

/// Writes a template with three questions into the folder `name` of `runner`: a name, an owner, a
/// size with a golden default, and a token that is a secret; its only files are a README and, for
/// size large, big.txt.
inline void writeSmallTemplate(const CliRunner &runner,
                               const QString &name = QStringLiteral("small"))
{
    runner.write(
        name + QStringLiteral("/template.yaml"),
        "apiVersion: scaffolder.backstage.io/v1beta3\n"
        "kind: Template\n"
        "metadata:\n"
        "  name: small\n"
        "  title: Small service\n"
        "  description: As little as a service can be\n"
        "spec:\n"
        "  owner: platform\n"
        "  type: service\n"
        "  parameters:\n"
        "    - title: About it\n"
        "      required: [name, owner]\n"
        "      properties:\n"
        "        name: {type: string, title: Name, ui:field: EntityNamePicker, pattern: "
        "'^[a-z][a-z0-9-]*$'}\n"
        "        owner: {type: string, title: Owning team, ui:field: OwnerPicker}\n"
        "    - title: Its size\n"
        "      properties:\n"
        "        size: {type: string, title: Size, enum: [small, large], enumNames: [Small, "
        "Large], default: small}\n"
        "        copies: {type: integer, title: Copies, minimum: 1, maximum: 9, default: 2}\n"
        "        token: {type: string, title: Token, ui:field: Secret}\n"
        "  steps:\n"
        "    - id: fetch\n"
        "      name: Make the files\n"
        "      action: fetch:template\n"
        "      input:\n"
        "        url: ./skeleton\n"
        "        values:\n"
        "          name: ${{ parameters.name }}\n"
        "          owner: ${{ parameters.owner }}\n"
        "          size: ${{ parameters.size }}\n"
        "          copies: ${{ parameters.copies }}\n"
        "    - id: publish\n"
        "      name: Publish it\n"
        "      action: publish:github\n"
        "      input: {repoUrl: 'github.com?owner=acme&repo=${{ parameters.name }}'}\n");
    runner.write(name + QStringLiteral("/waymark.yaml"),
                 "version: 1.2.0\nlifecycle: supported\nsupport: '#platform'\n"
                 "golden:\n  size: {why: Most services need no more.}\n");
    runner.write(name + QStringLiteral("/skeleton/README.md"),
                 "# ${{ values.name }}\n\nKept by ${{ values.owner }}.\n");
    runner.write(name + QStringLiteral("/skeleton/deploy.yaml"), "copies: ${{ values.copies }}\n");
    runner.write(
        name + QStringLiteral("/skeleton/{% if values.size == 'large' %}big.txt{% endif %}"),
        "big\n");
}

} // namespace waymark::testing
