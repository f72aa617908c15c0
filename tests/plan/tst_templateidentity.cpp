#include "models/plan/templateidentity.h"
#include "tests/git/gitcommand.h"
#include "tests/support/tools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::Checkout;

namespace {

const QByteArray definition = "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                              "metadata: {name: small}\nspec: {type: service, steps: []}\n";

/// A template that fetches a folder beside it.
void makeTemplateWithParts(const QString &folder)
{
    testing::put(folder + u"/small/template.yaml"_s,
                 QByteArray(definition)
                     .replace("steps: []",
                              "steps: [{action: 'fetch:plain', input: {url: "
                              "../parts}}]"));
    testing::put(folder + u"/parts/f"_s, "1\n");
}

void makeTemplate(const QString &folder)
{
    testing::put(folder + u"/template.yaml"_s, definition);
    testing::put(folder + u"/skeleton/f"_s, "1\n");
}

LoadedTemplate loadedFrom(const QString &folder, Source::Kind kind = Source::Kind::Folder)
{
    const QFileInfo info(folder);
    const Source source{.name = u"tests"_s, .folder = info.path(), .kind = kind};
    const auto entry = readTemplateFolder(folder, {source});
    if (!entry)
        qFatal("%s", qPrintable(entry.error().toString()));
    const auto loaded = loadTemplate(*entry);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().toString()));
    return *loaded;
}

TemplateIdentity identityFrom(const LoadedTemplate &loaded)
{
    const auto identity = identityOf(loaded);
    if (!identity)
        qFatal("%s", qPrintable(identity.error().toString()));
    return *identity;
}

} // namespace

class TestTemplateIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationVersion(u"1.2.3"_s);
        m_hasGit = testing::runCommand(QDir::tempPath(), u"git"_s, {u"--version"_s}).exitCode == 0;
        m_git.configure(testing::identityText);
    }

    void aFolderIsKnownByWhatWasRead()
    {
        const QTemporaryDir folder;
        const QString path = QFileInfo(folder.path()).canonicalFilePath() + u"/small"_s;
        makeTemplate(path);
        const LoadedTemplate loaded = loadedFrom(path);
        const TemplateIdentity identity = identityFrom(loaded);
        QCOMPARE(identity.name, u"small"_s);
        QCOMPARE(identity.tree.size(), 40);
        QCOMPARE(identity.tree, loaded.tree.hash().value_or(QByteArray()));
        QCOMPARE(identity.url, QString());
        QCOMPARE(identity.path, QString());
        QCOMPARE(identity.ref, QString());
        QCOMPARE(identity.commit, QByteArray());
        testing::put(path + u"/skeleton/f"_s, "2\n");
        QVERIFY(identityFrom(loadedFrom(path)).tree != identity.tree);
    }

    void whatIsBesideItCountsToo()
    {
        const QTemporaryDir folder;
        const QString path = QFileInfo(folder.path()).canonicalFilePath();
        makeTemplateWithParts(path);
        const QByteArray tree = identityFrom(loadedFrom(path + u"/small"_s)).tree;
        testing::put(path + u"/unread"_s, "x");
        QCOMPARE(identityFrom(loadedFrom(path + u"/small"_s)).tree, tree);
        testing::put(path + u"/parts/f"_s, "2\n");
        QVERIFY(identityFrom(loadedFrom(path + u"/small"_s)).tree != tree);
    }

    void aSidecarTellsTheVersion()
    {
        const QTemporaryDir folder;
        const QString path = QFileInfo(folder.path()).canonicalFilePath() + u"/small"_s;
        makeTemplate(path);
        testing::put(path + u"/waymark.yaml"_s, "version: 3.4.0\n");
        QCOMPARE(identityFrom(loadedFrom(path)).ref, u"3.4.0"_s);
    }

    void oursIsKnownByItsVersion_data()
    {
        QTest::addColumn<QByteArray>("sidecar");
        QTest::addColumn<QString>("ref");
        QTest::newRow("its own") << "version: 3.4.0\n"_ba << u"3.4.0"_s;
        QTest::newRow("the program's") << ""_ba << u"1.2.3"_s;
    }

    void oursIsKnownByItsVersion()
    {
        QFETCH(const QByteArray, sidecar);
        QFETCH(const QString, ref);
        const QTemporaryDir folder;
        const QString path = QFileInfo(folder.path()).canonicalFilePath() + u"/small"_s;
        makeTemplate(path);
        if (!sidecar.isEmpty())
            testing::put(path + u"/waymark.yaml"_s, sidecar);
        const TemplateIdentity identity = identityFrom(loadedFrom(path, Source::Kind::BuiltIn));
        QCOMPARE(identity.url, u"waymark:built-in"_s);
        QCOMPARE(identity.path, u"small"_s);
        QCOMPARE(identity.ref, ref);
        QCOMPARE(identity.commit, QByteArray());
        QCOMPARE(identity.tree.size(), 40);
    }

    void aCleanCheckoutIsKnownByItsCommit()
    {
        if (!m_hasGit)
            SKIP_FOR_WANT_OF("the git command");
        const Checkout checkout;
        makeTemplate(checkout.path(u"small"_s));
        checkout.commitAll();
        checkout.run("tag v3.4.0");
        checkout.run("remote add origin https://ada:pass@git.example.org/t.git");
        const TemplateIdentity identity = identityFrom(loadedFrom(checkout.path(u"small"_s)));
        QCOMPARE(identity.commit, checkout.id("HEAD").toHex());
        QCOMPARE(identity.tree, checkout.id("HEAD:small").toHex());
        QCOMPARE(identity.url, u"https://git.example.org/t.git"_s);
        QCOMPARE(identity.path, u"small"_s);
        QCOMPARE(identity.ref, u"v3.4.0"_s);
    }

    void aChangedCheckoutIsNot_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a changed file") << u"small/skeleton/f"_s;
        QTest::newRow("an untracked file") << u"small/skeleton/untracked"_s;
        QTest::newRow("an ignored file") << u"small/skeleton/ignored"_s;
    }

    void aChangedCheckoutIsNot()
    {
        if (!m_hasGit)
            SKIP_FOR_WANT_OF("the git command");
        QFETCH(const QString, path);
        const Checkout checkout;
        makeTemplate(checkout.path(u"small"_s));
        testing::put(checkout.path(u".gitignore"_s), "ignored\n");
        checkout.commitAll();
        checkout.run("remote add origin https://git.example.org/t.git");
        testing::put(checkout.path(path), "other\n");
        const TemplateIdentity identity = identityFrom(loadedFrom(checkout.path(u"small"_s)));
        QCOMPARE(identity.commit, QByteArray());
        QCOMPARE(identity.url, QString());
        QVERIFY(identity.tree != checkout.id("HEAD:small").toHex());
    }

    void aCheckoutIsCleanWhereWhatIsBesideItIs_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isClean");
        QTest::newRow("elsewhere") << u"other"_s << true;
        QTest::newRow("a changed file beside it") << u"parts/f"_s << false;
        QTest::newRow("an untracked file beside it") << u"parts/untracked"_s << false;
        QTest::newRow("an ignored file beside it") << u"parts/ignored"_s << false;
    }

    void aCheckoutIsCleanWhereWhatIsBesideItIs()
    {
        if (!m_hasGit)
            SKIP_FOR_WANT_OF("the git command");
        QFETCH(const QString, path);
        QFETCH(const bool, isClean);
        const Checkout checkout;
        makeTemplateWithParts(checkout.path(u"in"_s));
        testing::put(checkout.path(u".gitignore"_s), "ignored\n");
        checkout.commitAll();
        testing::put(checkout.path(u"in/"_s + path), "other\n");
        const TemplateIdentity identity = identityFrom(loadedFrom(checkout.path(u"in/small"_s)));
        QCOMPARE(identity.commit, isClean ? checkout.id("HEAD").toHex() : QByteArray());
        QCOMPARE(identity.path, isClean ? u"in/small"_s : QString());
        QCOMPARE(identity.tree == checkout.id("HEAD:in").toHex(), isClean);
    }

    void aChangeElsewhereIsNoConcern()
    {
        if (!m_hasGit)
            SKIP_FOR_WANT_OF("the git command");
        const Checkout checkout;
        makeTemplate(checkout.path(u"small"_s));
        checkout.commitAll();
        testing::put(checkout.path(u"other"_s), "x");
        QCOMPARE(identityFrom(loadedFrom(checkout.path(u"small"_s))).commit,
                 checkout.id("HEAD").toHex());
    }

private:
    testing::IsolatedGit m_git;
    bool m_hasGit = false;
};

QTEST_GUILESS_MAIN(TestTemplateIdentity)
#include "tst_templateidentity.moc"
