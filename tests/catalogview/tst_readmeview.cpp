#include "views/catalog/readmeview.h"

#include "views/theme/theme.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

QByteArray png()
{
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

QImage pictureOf(const ReadmeView &view, const QString &name)
{
    return view.document()->resource(QTextDocument::ImageResource, QUrl(name)).value<QImage>();
}

} // namespace

class TestReadmeView : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void markdownIsShownAsText()
    {
        ReadmeView view;
        view.showText(u"# Title\n\nSome *words*.\n\n- one\n- two\n\n```sh\nmake run\n```\n"_s);
        QCOMPARE(view.toPlainText(), u"Title\nSome words.\none\ntwo\nmake run"_s);
        QCOMPARE(view.document()->begin().blockFormat().headingLevel(), 1);
    }

    void nothingIsLoadedButWhatIsHandedIn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("asked"); // empty: not even that
        QTest::newRow("a picture of the template") << u"docs/map.png"_s << u"docs/map.png"_s;
        QTest::newRow("with a dot") << u"./docs/map.png"_s << u"docs/map.png"_s;
        QTest::newRow("another server's") << u"https://example.org/map.png"_s << QString();
        QTest::newRow("without a scheme") << u"//example.org/map.png"_s << QString();
        QTest::newRow("a file of the disk") << u"file:///etc/map.png"_s << QString();
        QTest::newRow("from the root") << u"/etc/map.png"_s << QString();
        QTest::newRow("outside") << u"docs/../../map.png"_s << QString();
        QTest::newRow("of the program") << u"qrc:/map.png"_s << QString();
        QTest::newRow("one that may refer to others") << u"docs/map.svg"_s << QString();
        QTest::newRow("no picture") << u"docs/map.html"_s << QString();
    }

    void nothingIsLoadedButWhatIsHandedIn()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, asked);
        QStringList paths;
        ReadmeView view;
        view.setPictures([&](const QString &path) {
            paths += path;
            return png();
        });
        view.showText(u"Words.\n\n![A map](%1)\n"_s.arg(name));
        QCOMPARE(pictureOf(view, name).isNull(), asked.isEmpty());
        paths.removeDuplicates();
        QCOMPARE(paths, asked.isEmpty() ? QStringList() : QStringList{asked});
    }

    void aPictureThatIsNotThereGivesWayToItsWords()
    {
        ReadmeView view;
        view.showText(u"Before.\n\n![Build state](https://ci.example.org/badge.png)\n"_s);
        QCOMPARE(view.toPlainText(), u"Before.\nBuild state"_s);
    }

    /// QTextDocument looks there by itself for what nobody gives it.
    void filesOfTheWorkingFolderAreNotShown()
    {
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        QFile file(u"here.png"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(png());
        file.close();
        ReadmeView view;
        view.showText(u"![words](here.png)"_s);
        QVERIFY(pictureOf(view, u"here.png"_s).isNull());
        QCOMPARE(view.toPlainText(), u"words"_s);
        QVERIFY(QDir::setCurrent(before));
    }

    void styleSheetsAndPagesAreNot()
    {
        const ReadmeView view;
        for (const auto type : {QTextDocument::StyleSheetResource, QTextDocument::HtmlResource,
                                QTextDocument::MarkdownResource})
            QVERIFY(
                view.document()->resource(type, QUrl(u"/etc/hostname"_s)).toByteArray().isEmpty());
    }

    void aPressedLinkIsOnlyTold()
    {
        ReadmeView view;
        view.showText(u"[a file](docs/x.md)"_s);
        const QSignalSpy pressed(&view, &ReadmeView::linkPressed);
        Q_EMIT view.anchorClicked(QUrl(u"docs/x.md"_s));
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(view.toPlainText(), u"a file"_s);
        QVERIFY(view.source().isEmpty());
    }

    void itFollowsTheTheme()
    {
        ReadmeView view;
        view.showText(u"Words.\n\n## Heading\n"_s);
        const auto ink = [&](int block) {
            return view.document()->findBlockByNumber(block).begin().fragment().charFormat();
        };
        const auto color = [&] { return m_theme.appearance().color(Token::Tx2); };
        m_theme.setSchemeChoice(SchemeChoice::Light);
        QTRY_COMPARE(ink(0).foreground().color(), color());
        m_theme.setSchemeChoice(SchemeChoice::Dark);
        QTRY_COMPARE(ink(0).foreground().color(), color());
        const qreal usual = ink(1).fontPointSize();
        m_theme.setTextScale(2);
        QTRY_COMPARE_GE(ink(1).fontPointSize(), usual * 1.9);
        m_theme.setTextScale(1);
        m_theme.setSchemeChoice(SchemeChoice::Light);
    }

    void longLinesAreNotWiderThanOneReads()
    {
        ReadmeView view;
        view.resize(2000, 400);
        view.showText(QString(400, u'x').replace(9, 1, u" "_s));
        view.show();
        QVERIFY(view.document()->rootFrame()->frameFormat().rightMargin() > 1000);
    }
};

QTEST_MAIN(TestReadmeView)
#include "tst_readmeview.moc"
