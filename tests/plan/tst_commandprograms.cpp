#include "models/plan/commandprograms.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

TemplateCommand script(const QByteArray &text)
{
    return {.name = u"hooks/post_gen_project.sh"_s, .scriptName = "x.sh", .script = text};
}

TemplateCommand program(const QString &name)
{
    return {.name = u"task 1"_s, .words = {name, u"no-such-program"_s}};
}

/// What is told of `command`; empty: all is there.
QString told(const TemplateCommand &command, bool isSandboxed)
{
    const auto there = checkProgram(command, isSandboxed);
    return there ? QString() : there.error().problem.toString();
}

} // namespace

class TestCommandPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsThereIsFound_data()
    {
        QTest::addColumn<TemplateCommand>("command");
        QTest::newRow("a shell") << script("#!/bin/sh\necho\n");
        QTest::newRow("blanks before it") << script("#! /bin/sh -e\n");
        QTest::newRow("by env") << script("#!/usr/bin/env sh\n");
        QTest::newRow("by env, with its options") << script("#!/usr/bin/env -S A=1 sh -e\n");
        QTest::newRow("no first line") << script("echo\n");
        QTest::newRow("an empty first line") << script("#!\n");
        QTest::newRow("a line without an end") << script("#!/bin/sh");
        QTest::newRow("env alone") << script("#!/usr/bin/env");
        QTest::newRow("a program") << program(u"sh"_s);
        QTest::newRow("a program by its path") << program(u"/bin/sh"_s);
        QTest::newRow("one that the template makes") << program(u"./configure"_s);
        QTest::newRow("nothing") << TemplateCommand();
    }

    void whatIsThereIsFound()
    {
        QFETCH(const TemplateCommand, command);
        QCOMPARE(told(command, true), QString());
        QCOMPARE(told(command, false), QString());
    }

    void whatIsMissingIsNamed_data()
    {
        QTest::addColumn<TemplateCommand>("command");
        QTest::newRow("an interpreter") << script("#!/usr/bin/no-such-program\n");
        QTest::newRow("by env") << script("#!/usr/bin/env no-such-program\n");
        QTest::newRow("by env, with its options")
            << script("#!/usr/bin/env -S A=1 no-such-program -e\n");
        QTest::newRow("a program") << program(u"no-such-program"_s);
        QTest::newRow("a program by its path") << program(u"/usr/bin/no-such-program"_s);
    }

    void whatIsMissingIsNamed()
    {
        QFETCH(const TemplateCommand, command);
        for (const bool isSandboxed : {true, false}) {
            const auto there = checkProgram(command, isSandboxed);
            QVERIFY(!there);
            QCOMPARE(there.error().problem.code, u"process.not-found"_s);
            QVERIFY(there.error().problem.message.contains(u"no-such-program"_s));
            QVERIFY(there.error().problem.message.contains(command.name));
            QVERIFY(there.error().problem.message.contains(u"not installed"_s));
        }
    }

    void whatTheSandboxDoesNotSeeIsToldApart()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"own-program"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(folder.path()) + ':' + before);
        const QString sandboxed = told(program(u"own-program"_s), true);
        const QString unsandboxed = told(program(u"own-program"_s), false);
        qputenv("PATH", before);
        QVERIFY2(sandboxed.contains(u"does not see"_s), qPrintable(sandboxed));
        QVERIFY2(sandboxed.contains(u"--run-hooks=unsandboxed"_s), qPrintable(sandboxed));
        QCOMPARE(unsandboxed, QString());
    }
};

QTEST_APPLESS_MAIN(TestCommandPrograms)
#include "tst_commandprograms.moc"
