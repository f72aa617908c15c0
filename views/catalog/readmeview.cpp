#include "views/catalog/readmeview.h"

#include "views/theme/rows.h"
#include "views/theme/shapes.h"
#include "views/theme/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextFrame>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int widestPicture = 1600;
constexpr int lettersOfALine = 72;

/// Only formats that refer to nothing else.
QByteArray formatOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"png" || suffix == u"gif" || suffix == u"webp")
        return suffix.toLatin1();
    return suffix == u"jpg" || suffix == u"jpeg" ? QByteArray("jpeg") : QByteArray();
}

QImage pictureFrom(QByteArray bytes, const QByteArray &format)
{
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    const QSize size = reader.size();
    if (!size.isValid())
        return {};
    if (size.width() > widestPicture || size.height() > widestPicture)
        reader.setScaledSize(size.scaled(widestPicture, widestPicture, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

ReadmeView::ReadmeView(QWidget *parent)
    : QTextBrowser(parent)
{
    setAccessibleName(tr("About the template"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    viewport()->setAutoFillBackground(false);
    document()->setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, &ReadmeView::linkPressed);
    connect(this, &QTextBrowser::highlighted, this,
            [this](const QUrl &url) { viewport()->setToolTip(url.toDisplayString()); });
}

void ReadmeView::showText(const QString &markdown)
{
    if (m_markdown == markdown)
        return;
    m_markdown = markdown;
    reload();
    verticalScrollBar()->setValue(0);
}

void ReadmeView::reload()
{
    const int place = verticalScrollBar()->value();
    m_isReloading = true;
    document()->clear();
    document()->setDefaultFont(fontOf(TextRole::Body));
    document()->setDocumentMargin(px(this, 4));
    document()->setIndentWidth(px(this, 18));
    document()->setMarkdown(m_markdown);
    m_code = styleReadme(*document(), appearanceOf(this));
    m_isReloading = false;
    moveCursor(QTextCursor::Start);
    fitMeasure();
    verticalScrollBar()->setValue(place);
}

QSize ReadmeView::minimumSizeHint() const
{
    return {px(this, 120), px(this, 60)};
}

QSize ReadmeView::sizeHint() const
{
    return {px(this, 240), px(this, 120)};
}

/// Always something, if it is empty: of what is null, QTextDocument looks for a file itself.
QVariant ReadmeView::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource)
        return QByteArray("");
    const bool isInside = name.isRelative() && name.authority().isEmpty();
    const QString path = QDir::cleanPath(name.path());
    const QByteArray format = formatOf(path);
    const bool isWanted = isInside && m_pictures && !path.startsWith(u"..")
        && !path.startsWith(u'/') && !format.isEmpty();
    const QByteArray bytes = isWanted ? m_pictures(path) : QByteArray();
    return bytes.isEmpty() ? QImage() : pictureFrom(bytes, format);
}

bool ReadmeView::event(QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QTextBrowser::event(event);
}

void ReadmeView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool isLook
        = event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange;
    if (isLook && !m_isReloading)
        reload();
}

void ReadmeView::paintEvent(QPaintEvent *event)
{
    paintCode();
    QTextBrowser::paintEvent(event);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    QPainter painter(viewport());
    paintRowFocus(&painter, viewport()->rect(), appearanceOf(this));
}

void ReadmeView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitMeasure();
}

/// Lines that are too long are hard to read.
void ReadmeView::fitMeasure()
{
    const int measure = QFontMetrics(fontOf(TextRole::Body)).averageCharWidth() * lettersOfALine;
    const qreal margin = std::max(0, viewport()->width() - measure);
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const qreal least = document()->documentMargin();
    if (qFuzzyCompare(format.rightMargin(), std::max(margin, least)))
        return;
    format.setRightMargin(std::max(margin, least));
    document()->rootFrame()->setFrameFormat(format);
}

void ReadmeView::paintCode() const
{
    QPainter painter(viewport());
    const Appearance &look = appearanceOf(this);
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const auto *layout = document()->documentLayout();
    const qreal left = document()->documentMargin();
    const qreal right
        = document()->textWidth() - document()->rootFrame()->frameFormat().rightMargin();
    for (const CodeStretch &code : m_code) {
        const QRectF first = layout->blockBoundingRect(document()->findBlockByNumber(code.first));
        const QRectF last = layout->blockBoundingRect(document()->findBlockByNumber(code.last));
        const QRectF stretch(QPointF(left, first.top() - look.px(8)),
                             QPointF(right, last.bottom() + look.px(8)));
        const QRectF box = stretch.translated(-scrolled);
        if (box.intersects(viewport()->rect()))
            paintBox(&painter, box,
                     {.fill = look.color(Token::BgSurface),
                      .edge = look.color(Token::LineSubtle),
                      .radius = 8 * look.scale});
    }
}

} // namespace waymark
