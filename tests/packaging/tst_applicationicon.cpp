#include <QColor>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(WAYMARK_SOURCE_DIR "/packaging/desktop/icons/") + name;
}

/// The drawing, as a square of `side` pixels.
QImage drawn(int side)
{
    QSvgRenderer renderer(pathOf(u"waymark.svg"_s));
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

/// The largest difference of one channel of one pixel, transparency counting too.
int difference(const QImage &one, const QImage &other)
{
    int largest = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = qPremultiply(one.pixel(x, y));
            const QRgb b = qPremultiply(other.pixel(x, y));
            for (const int part : {qRed(a) - qRed(b), qGreen(a) - qGreen(b), qBlue(a) - qBlue(b),
                                   qAlpha(a) - qAlpha(b)})
                largest = std::max(largest, std::abs(part));
        }
    }
    return largest;
}

} // namespace

/// The pictures of the application's icon show its drawing; WAYMARK_UPDATE_GOLDEN=1 draws them
/// again.
class TestApplicationIcon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureShowsTheDrawing_data()
    {
        QTest::addColumn<int>("side");
        for (const int side : {16, 32, 48, 64, 128, 256})
            QTest::addRow("%d", side) << side;
    }

    void aPictureShowsTheDrawing()
    {
        QFETCH(const int, side);
        const QString path = pathOf(QString::number(side) + u".png"_s);
        const QImage expected = drawn(side);
        if (qEnvironmentVariableIsSet("WAYMARK_UPDATE_GOLDEN"))
            QVERIFY(expected.save(path));
        const QImage picture = QImage(path).convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(picture.size(), expected.size());
        constexpr int otherRenderers = 24; // at an edge; a version of Qt may round otherwise
        QCOMPARE_LE(difference(picture, expected), otherRenderers);
    }

    void thereIsNoOtherPicture()
    {
        const QStringList names = QDir(pathOf({})).entryList(QDir::Files);
        QCOMPARE(QSet<QString>(names.begin(), names.end()),
                 (QSet<QString>{u"16.png"_s, u"32.png"_s, u"48.png"_s, u"64.png"_s, u"128.png"_s,
                                u"256.png"_s, u"waymark.svg"_s}));
    }

    void theDrawingIsATileWithADiamond()
    {
        const QImage image = drawn(64);
        QCOMPARE(qAlpha(image.pixel(0, 0)), 0);
        QCOMPARE(QColor(image.pixel(32, 32)), QColor(u"#bf8600"_s));
        QCOMPARE(QColor(image.pixel(12, 32)), QColor(u"#fff3d0"_s));
    }
};

QTEST_MAIN(TestApplicationIcon)
#include "tst_applicationicon.moc"
