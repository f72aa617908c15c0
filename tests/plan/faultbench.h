#pragma once

#include "models/git/index.h"
#include "models/git/status.h"
#include "tests/plan/workbench.h"

namespace waymark::testing {

/// The kinds of destinations, made once; after each fault, everything must be as one of two states.
class FaultBench
{
public:
    FaultBench() { prepare(); }
    /// That of another process, at the root() of its bench; nothing is made.
    explicit FaultBench(const QString &root)
        : m_bench(root)
    {
    }

    /// Makes what is there before an apply.
    void prepare() const
    {
        QDir().mkdir(m_bench.path(QStringLiteral("empty")));
        gitOutput(m_bench.work(), "init -q -b main unborn");
        gitOutput(m_bench.work(), "init -q -b main repo");
        put(m_bench.path(QStringLiteral("repo/README.md")), "# Made by the host\n");
        put(m_bench.path(QStringLiteral("repo/LICENSE")), "free\n");
        gitOutput(m_bench.path(QStringLiteral("repo")), "add -A");
        gitOutput(m_bench.path(QStringLiteral("repo")), "commit -q -m first");
    }

    static void kinds()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<bool>("commit");
        for (const char *name :
             {"orders", "a/b/orders", "empty", "unborn", "repo", "repo/a/orders"})
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        for (const char *name : {"orders", "empty", "repo"})
            QTest::addRow("%s, plain files", name) << QString::fromLatin1(name) << false;
    }

    /// To apply the small service to `destination`, below the bench.
    [[nodiscard]] WriteRequest request(const QString &destination, bool commit) const
    {
        QList<Change> changes
            = {made("README.md", "# Orders\n"), made("cmd/main.go", "package main\n"),
               made("run", "#!/bin/sh\n", FileMode::Executable)};
        if (destination == QLatin1StringView("repo")) {
            changes[0].kind = ChangeClass::Updated;
            changes[0].oldMode = FileMode::Regular;
            changes[0].oldContent = "# Made by the host\n";
        }
        auto request = requestFor(m_bench.path(destination), changes);
        if (!request)
            qFatal("%s", qPrintable(request.error().toString()));
        request->commit = commit;
        if (destination.startsWith(QLatin1StringView("repo/")))
            request->branch = QStringLiteral("add-orders");
        request->base = {{.path = "x", .content = "y\n"}};
        return *request;
    }

    /// Files, HEADs and references, and what git status says.
    [[nodiscard]] QStringList picture() const
    {
        QStringList lines = m_bench.picture();
        for (const QString &folder : repositories())
            lines += gitLines(folder);
        return lines;
    }

    /// Lock files, journals, prepared folders: nothing of these may be left.
    [[nodiscard]] QStringList leftovers() const
    {
        QStringList names = m_bench.leftInState();
        names += m_bench.picture().filter(QStringLiteral(".waymark"));
        const auto add = [&](const QString &folder, const QStringList &patterns) {
            QDirIterator entries(folder, patterns,
                                 QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                                 QDirIterator::Subdirectories);
            while (entries.hasNext())
                names += entries.next();
        };
        for (const QString &folder : repositories()) {
            names += QDir(folder).entryList({QStringLiteral("*.lock")});
            add(folder + QStringLiteral("/refs"), {QStringLiteral("*.lock")});
            add(folder + QStringLiteral("/waymark"), {});
        }
        names.removeIf([](const QString &name) { return name.endsWith(u"/undo.json"); });
        return names;
    }

    /// What git fsck says of each repository.
    [[nodiscard]] QByteArray complaints() const
    {
        QByteArray text;
        for (const QString &folder : repositories()) {
            const GitRun checked = git(folder, "fsck --strict --no-dangling --no-progress");
            text += checked.exitCode == 0 ? QByteArray() : checked.output + checked.errors;
        }
        return text;
    }

    [[nodiscard]] const Bench &bench() const { return m_bench; }

private:
    /// The git folders that are there.
    [[nodiscard]] QStringList repositories() const
    {
        QStringList folders;
        for (const char *name : {"orders", "a/b/orders", "empty", "unborn", "repo"})
            folders += m_bench.path(QString::fromLatin1(name) + QStringLiteral("/.git"));
        folders.removeIf([](const QString &folder) { return !QFileInfo::exists(folder); });
        return folders;
    }

    static QStringList gitLines(const QString &folder)
    {
        const auto repository = git::Repository::open(folder);
        if (!repository)
            return {repository.error().toString()};
        QStringList lines = {QString::fromUtf8(contentOf(folder + QStringLiteral("/HEAD")))};
        QDirIterator references(folder + QStringLiteral("/refs"), QDir::Files,
                                QDirIterator::Subdirectories);
        while (references.hasNext()) {
            const QString file = references.next();
            lines += file + u' ' + QString::fromUtf8(contentOf(file));
        }
        lines.sort();
        const auto tracked = git::trackedChanges(*repository);
        const auto indexed = git::indexedPaths(*repository);
        lines += tracked ? QString::fromUtf8(tracked->join(' ')) : tracked.error().toString();
        lines += indexed ? QString::fromUtf8(indexed->join(' ')) : indexed.error().toString();
        return lines;
    }

    Bench m_bench;
};

} // namespace waymark::testing
