#include "views/catalog/carddelegate.h"

#include "models/items/catalogmodel.h"
#include "views/theme/appearance.h"
#include "views/theme/theme.h"
#include "views/theme/typography.h"

#include <QListView>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// A line of what is painted: its first and last row of pixels.
struct PaintedLine
{
    int first;
    int last;
};

/// The lines in `area` of `image`, whose first pixel there is the ground.
QList<PaintedLine> linesIn(const QImage &image, const QRect &area)
{
    const QRgb ground = image.pixel(area.topLeft());
    const auto isPainted = [&](int y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (image.pixel(x, y) != ground)
                return true;
        }
        return false;
    };
    QList<PaintedLine> lines;
    bool wasPainted = false;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const bool is = isPainted(y);
        if (is && !wasPainted)
            lines += {y, y};
        else if (is)
            lines.last().last = y;
        wasPainted = is;
    }
    return lines;
}

} // namespace

class TestCardDelegate : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void aCardWithoutDescriptionHasNoGapForIt_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("lines");
        QTest::newRow("with one") << u"nnn"_s << 3;
        QTest::newRow("without") << QString() << 2;
        QTest::newRow("with blanks") << u" \n"_s << 2;
    }

    /// The texts have no dots above their letters, which would be lines of their own.
    void aCardWithoutDescriptionHasNoGapForIt()
    {
        QFETCH(const QString, description);
        QFETCH(const int, lines);
        QStandardItemModel model;
        auto *item = new QStandardItem(u"cc"_s);
        item->setData(description, CatalogModel::DescriptionRole);
        item->setData(u"src"_s, CatalogModel::SourceRole);
        model.appendRow(item);
        QListView view;
        CardDelegate delegate;
        view.setItemDelegate(&delegate);
        view.setModel(&model);
        view.setFrameShape(QFrame::NoFrame);
        view.resize(300, CardDelegate::rowHeight() + 20);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        const QRect row = view.visualRect(model.index(0, 0));
        const QImage image = view.viewport()->grab().toImage();
        const QRect texts = row.adjusted(px(&view, 10 + 36 + 8), 4, -px(&view, 12), -4);
        const QList<PaintedLine> painted = linesIn(image, texts);
        QCOMPARE(painted.size(), lines);
        const int line = QFontMetrics(fontOf(TextRole::Body)).height();
        for (qsizetype i = 1; i < painted.size(); ++i)
            QCOMPARE_LT(painted.at(i).first - painted.at(i - 1).last, line);
        const int above = painted.first().first - row.top();
        const int below = row.bottom() - painted.last().last;
        QCOMPARE_LT(std::abs(above - below), line); // it stands in the middle
    }
};

QTEST_MAIN(TestCardDelegate)
#include "tst_carddelegate.moc"
