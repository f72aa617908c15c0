#include "models/catalog/catalog.h"
#include "models/catalog/sourceroot.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr auto location = "kind: Location\nspec:\n  targets:\n    - %1\n";

} // namespace

/// Where a template belongs that is named by its folder.
class TestSourceRoot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTemplateBelongsToWhatNamesIt_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("root"); // of "s/templates/go"
        const QString own = u"s/templates/go"_s;
        QTest::newRow("nothing") << u"s/README.md"_s << u"./templates/go/template.yaml"_s << own;
        QTest::newRow("its file") << u"s/all.yaml"_s << u"./templates/go/template.yaml"_s << u"s"_s;
        QTest::newRow("another list beside it")
            << u"s/catalog-info.yml"_s << u"templates/all.yaml"_s << u"s"_s;
        QTest::newRow("a pattern") << u"s/all.yaml"_s << u"./**/template.yaml"_s << u"s"_s;
        QTest::newRow("a pattern of other files") << u"s/all.yaml"_s << u"./users/*.yaml"_s << own;
        QTest::newRow("another file") << u"s/all.yaml"_s << u"./org.yaml"_s << own;
        QTest::newRow("another template")
            << u"s/all.yaml"_s << u"./templates/java/template.yaml"_s << own;
        QTest::newRow("an address")
            << u"s/all.yaml"_s << u"https://x.org/templates/go/template.yaml"_s << own;
        QTest::newRow("in the folder around it")
            << u"s/templates/all.yaml"_s << u"./go/template.yaml"_s << u"s/templates"_s;
        QTest::newRow("a checkout") << u"s/.git/HEAD"_s << u"x"_s << u"s"_s;
        QTest::newRow("a checkout that is a worktree") << u"s/.git"_s << u"x"_s << u"s"_s;
    }

    void aTemplateBelongsToWhatNamesIt()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, target);
        QFETCH(const QString, root);
        const ScratchFolder place;
        place.write(u"s/templates/go/template.yaml"_s, "kind: Template\n");
        place.write(file, QString::fromLatin1(location).arg(target).toUtf8());
        const QString start = QFileInfo(place.path()).canonicalFilePath();
        QCOMPARE(sourceRoot(start + u"/s/templates/go"_s), start + u'/' + root);
    }

    void theOutermostListCounts()
    {
        const ScratchFolder place;
        place.write(u"s/templates/go/template.yaml"_s, "kind: Template\n");
        place.write(u"s/all.yaml"_s,
                    QString::fromLatin1(location).arg(u"./templates/all.yaml"_s).toUtf8());
        place.write(u"s/templates/all.yaml"_s,
                    QString::fromLatin1(location).arg(u"./go/template.yaml"_s).toUtf8());
        const QString start = QFileInfo(place.path()).canonicalFilePath();
        QCOMPARE(sourceRoot(start + u"/s/templates/go"_s), start + u"/s"_s);
    }

    void onlyATemplateThatFetchesWhatIsBesideItHasAnotherSource_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("path");
        QTest::newRow("its own folder") << "./skeleton"_ba << QString();
        QTest::newRow("beside it") << "../../common"_ba << u"templates/go"_s;
        QTest::newRow("out of the checkout") << "../../../x"_ba << u"templates/go"_s;
    }

    void onlyATemplateThatFetchesWhatIsBesideItHasAnotherSource()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QString, path);
        const ScratchFolder place;
        place.write(u"s/.git/HEAD"_s, "x");
        place.write(u"s/templates/go/template.yaml"_s,
                    "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                    "metadata: {name: go}\nspec: {type: service, steps: [{action: "
                    "'fetch:template', input: {url: '"
                        + url + "'}}]}\n");
        const auto entry = readTemplateFolder(place.path(u"s/templates/go"_s), {});
        VERIFY_RESULT(entry);
        QCOMPARE(entry->path, path);
        QCOMPARE(entry->source.name, path.isEmpty() ? u"go"_s : u"s"_s);
    }
};

QTEST_APPLESS_MAIN(TestSourceRoot)
#include "tst_sourceroot.moc"
