#include "models/base/json.h"
#include "models/plan/consent.h"
#include "models/plan/filesystem.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QList<UndoneAction> oneHook(const QString &text)
{
    return {{.step = u"post_gen_project"_s,
             .action = u"hooks/post_gen_project.sh"_s,
             .command = text,
             .isRunnable = true}};
}

Consent consentTo(const QString &text)
{
    return {.made = {.name = u"go"_s, .commit = QByteArray(40, 'b'), .tree = QByteArray(40, 'a')},
            .commands = commandsHash(oneHook(text)),
            .isSandboxed = false,
            .at = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC)};
}

} // namespace

class TestConsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsBoundToTheCommands()
    {
        const QByteArray hash = commandsHash(oneHook(u"touch a"_s));
        QCOMPARE(hash.size(), 64);
        QVERIFY(hash != commandsHash(oneHook(u"touch b"_s)));
        QCOMPARE(hash, commandsHash(oneHook(u"touch a"_s)));
        QList<UndoneAction> more = oneHook(u"touch a"_s);
        more += UndoneAction{.step = u"publish"_s, .action = u"publish:github"_s};
        QCOMPARE(commandsHash(more), hash); // that is not run
        more += oneHook(u"touch b"_s);
        QVERIFY(commandsHash(more) != hash);
    }

    void itIsKeptInAFileOfItsOwn()
    {
        const QTemporaryDir folder;
        FileSystem fileSystem;
        const QString state = folder.filePath(u"state"_s);
        for (const QString &text : {u"touch a"_s, u"touch b"_s, u"touch a"_s})
            VERIFY_RESULT(keepConsent(consentTo(text), fileSystem, state));
        const QDir consents(state + u"/consents"_s);
        const QStringList names = consents.entryList(QDir::Files);
        QCOMPARE(names.size(), 2);
        QVERIFY(names.first().startsWith(QString(40, u'a') + u'-'));
        QFile file(consents.filePath(names.first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto content = parseJson(file.readAll());
        VERIFY_RESULT(content);
        const Map *map = content->toMap();
        QVERIFY(map);
        QCOMPARE(map->value(u"template"), Value(u"go"_s));
        QCOMPARE(map->value(u"sandboxed"), Value(false));
        QCOMPARE(map->value(u"commit"), Value(QString(40, u'b')));
        QCOMPARE(map->value(u"at"), Value(u"2026-11-24T10:00:00Z"_s));
    }

    void itIsFoundForJustTheSame_data()
    {
        QTest::addColumn<Consent>("wanted");
        QTest::addColumn<bool>("isKept");
        const Consent kept = consentTo(u"touch a"_s);
        const auto row = [&kept](const char *name, bool isKept, const auto &alter) {
            Consent other = kept;
            alter(other);
            QTest::newRow(name) << other << isKept;
        };
        row("the same", true, [](Consent &) { });
        row("at another time", true, [](Consent &c) { c.at = c.at.addDays(1); });
        row("another command", false, [](Consent &c) { c.commands = QByteArray(64, 'c'); });
        row("another commit", false, [](Consent &c) { c.made.commit = QByteArray(40, 'c'); });
        row("another tree", false, [](Consent &c) { c.made.tree = QByteArray(40, 'c'); });
        row("another template", false, [](Consent &c) { c.made.name = u"other"_s; });
        row("in the sandbox", false, [](Consent &c) { c.isSandboxed = true; });
    }

    void itIsFoundForJustTheSame()
    {
        QFETCH(const Consent, wanted);
        QFETCH(const bool, isKept);
        const QTemporaryDir folder;
        FileSystem fileSystem;
        VERIFY_RESULT(keepConsent(consentTo(u"touch a"_s), fileSystem, folder.path()));
        QCOMPARE(isConsentKept(wanted, folder.path()), isKept);
        QVERIFY(!isConsentKept(wanted, folder.filePath(u"nothing"_s)));
    }

    void oneThatIsTornIsNone()
    {
        const QTemporaryDir folder;
        FileSystem fileSystem;
        const Consent consent = consentTo(u"touch a"_s);
        VERIFY_RESULT(keepConsent(consent, fileSystem, folder.path()));
        const QDir consents(folder.filePath(u"consents"_s));
        for (const QByteArray &content : {"{"_ba, "[]"_ba, "{\"version\": 2}"_ba}) {
            QFile file(consents.filePath(consents.entryList(QDir::Files).first()));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QCOMPARE(file.write(content), content.size());
            file.close();
            QVERIFY(!isConsentKept(consent, folder.path()));
        }
    }

    void whatCannotBeKeptIsAnError()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"state"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        FileSystem fileSystem;
        QVERIFY(!keepConsent(consentTo(u"x"_s), fileSystem, file.fileName()));
    }
};

QTEST_APPLESS_MAIN(TestConsent)
#include "tst_consent.moc"
