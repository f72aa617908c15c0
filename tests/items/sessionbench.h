#pragma once

#include "models/items/servicesession.h"
#include "tests/git/gitcommand.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/plan/countingfilesystem.h"

#include <QTemporaryDir>
#include <QTimeZone>

namespace waymark::testing {

/// Folders that sessions work in, all in one that goes with the bench.
class SessionBench
{
public:
    SessionBench()
        : m_root(QFileInfo(m_folder.path()).canonicalFilePath())
    {
        QDir(m_root).mkpath(QStringLiteral("work"));
        writeTemplate();
    }

    [[nodiscard]] QString path(const QString &name) const { return m_root + u'/' + name; }
    [[nodiscard]] QString work(const QString &name) const
    {
        return path(QStringLiteral("work/")) + name;
    }
    [[nodiscard]] QString drafts() const { return path(QStringLiteral("drafts")); }
    [[nodiscard]] QString state() const { return path(QStringLiteral("state")); }

    /// What a session of this bench is made of: everything happens at once.
    [[nodiscard]] SessionSurroundings surroundings()
    {
        return {.stateFolder = state(),
                .owner = QStringLiteral("Ada <ada@example.org>"),
                .clock = [] { return QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC); },
                .seed = [] { return QByteArray("9f2c"); },
                .ticks = [] { return qint64(0); },
                .execute = HeldExecutor::immediate(),
                .drafts = &m_store};
    }

    /// The template of the bench, as a catalog has it.
    [[nodiscard]] CatalogEntry entry() const
    {
        const auto found = readTemplateFolder(
            path(QStringLiteral("templates/small")),
            {{.name = QStringLiteral("tests"), .folder = path(QStringLiteral("templates"))}});
        if (!found)
            qFatal("%s", qPrintable(found.error().toString()));
        CatalogEntry entry = *found;
        entry.id = QStringLiteral("small");
        return entry;
    }

    /// A template with a name, an owner, a size with a golden default, a number and a secret.
    /// `more` are further questions, a line each.
    void writeTemplate(const QByteArray &more = {}) const
    {
        write("template.yaml",
              "apiVersion: scaffolder.backstage.io/v1beta3\n"
              "kind: Template\n"
              "metadata: {name: small, title: Small service}\n"
              "spec:\n"
              "  owner: platform\n"
              "  type: service\n"
              "  parameters:\n"
              "    - title: About it\n"
              "      required: [name, owner]\n"
              "      properties:\n"
              "        name: {type: string, title: Name, pattern: '^[a-z][a-z0-9-]*$'}\n"
              "        owner: {type: string, title: Owning team}\n"
              "    - title: Its size\n"
              "      properties:\n"
              "        size: {type: string, enum: [small, large], default: small}\n"
              "        copies: {type: integer, title: Copies, minimum: 1, default: 2}\n"
              "        token: {type: string, title: Token, ui:field: Secret}\n"
                  + more
                  + "  steps:\n"
                    "    - action: fetch:template\n"
                    "      input:\n"
                    "        url: ./skeleton\n"
                    "        values:\n"
                    "          name: ${{ parameters.name }}\n"
                    "          owner: ${{ parameters.owner }}\n"
                    "          size: ${{ parameters.size }}\n"
                    "          copies: ${{ parameters.copies }}\n"
                    "          token: ${{ secrets.token }}\n");
        write("waymark.yaml", "version: 1.2.0\nlifecycle: supported\n");
        write("skeleton/README.md", "# ${{ values.name }}\n\nKept by ${{ values.owner }}.\n");
        write("skeleton/deploy.yaml", "copies: ${{ values.copies }}\n");
    }
    void write(const QByteArray &name, const QByteArray &content) const
    {
        put(path(QStringLiteral("templates/small/")) + QString::fromUtf8(name), content);
    }

    [[nodiscard]] QByteArray read(const QByteArray &name) const
    {
        QFile file(path(QStringLiteral("templates/small/")) + QString::fromUtf8(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] CountingFileSystem &fileSystem() { return m_fileSystem; }
    [[nodiscard]] DraftStore &store() { return m_store; }
    [[nodiscard]] QList<StoredDraft> storedDrafts() const
    {
        return m_store.list().value_or(QList<StoredDraft>());
    }

private:
    QTemporaryDir m_folder;
    const QString m_root;
    CountingFileSystem m_fileSystem;
    DraftStore m_store{m_fileSystem, drafts()};
};

} // namespace waymark::testing
