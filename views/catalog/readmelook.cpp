#include "views/catalog/readmelook.h"

#include "views/theme/typography.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isCode(const QTextBlock &block)
{
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

TextRole roleOf(const QTextBlock &block)
{
    const int level = block.blockFormat().headingLevel();
    if (isCode(block))
        return TextRole::Code;
    return level == 0 ? TextRole::Body : level <= 1 ? TextRole::SectionTitle : TextRole::BodyStrong;
}

void takeFont(QTextCharFormat &format, const QFont &font)
{
    format.clearProperty(QTextFormat::FontSizeAdjustment);
    format.setFontFamilies(font.families());
    format.setFontPointSize(font.pointSizeF());
}

QTextCharFormat styled(QTextCharFormat format, const QTextBlock &block, const Appearance &look)
{
    const bool isInlineCode = format.fontFixedPitch() && !isCode(block);
    const TextRole role = isInlineCode ? TextRole::Code : roleOf(block);
    const bool isStrong = format.fontWeight() > QFont::Medium;
    takeFont(format, fontOf(role));
    format.setFontWeight(isStrong ? QFont::DemiBold : fontOf(role).weight());
    format.setForeground(look.color(format.isAnchor()            ? Token::AccentTx
                                        : role == TextRole::Body ? Token::Tx2
                                                                 : Token::Tx));
    return format;
}

QTextBlockFormat styledBlock(const QTextBlock &block, const Appearance &look)
{
    QTextBlockFormat format = block.blockFormat();
    const bool isFirst = !block.previous().isValid();
    const auto margins = [&](qreal top, qreal bottom) {
        format.setTopMargin(isFirst ? 0 : look.px(top));
        format.setBottomMargin(look.px(bottom));
    };
    if (isCode(block)) {
        format.setTopMargin(isCode(block.previous()) ? 0 : look.px(isFirst ? 8 : 16));
        format.setBottomMargin(isCode(block.next()) ? 0 : look.px(18));
        format.setLeftMargin(look.px(12));
        format.setRightMargin(look.px(12));
        format.setNonBreakableLines(false);
    } else if (format.headingLevel() > 0) {
        margins(14, 4);
    } else {
        margins(0, block.textList() ? 3 : 10);
        format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    }
    return format;
}

/// A stretch of a document with one format.
struct Stretch
{
    int position;
    int length;
    QTextCharFormat format;
};

QList<Stretch> stretchesOf(const QTextDocument &document)
{
    QList<Stretch> stretches;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            stretches += {part.position(), part.length(), part.charFormat()};
        }
    }
    return stretches;
}

QTextCursor cursorOf(QTextDocument &document, const Stretch &stretch)
{
    QTextCursor cursor(&document);
    cursor.setPosition(stretch.position);
    cursor.setPosition(stretch.position + stretch.length, QTextCursor::KeepAnchor);
    return cursor;
}

/// From the end, so that places before it stay.
void replaceLostPictures(QTextDocument &document)
{
    const QList<Stretch> stretches = stretchesOf(document);
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
        if (!stretch->format.isImageFormat())
            continue;
        const QTextImageFormat picture = stretch->format.toImageFormat();
        const QVariant data = document.resource(QTextDocument::ImageResource, QUrl(picture.name()));
        if (!data.value<QImage>().isNull())
            continue;
        const QString words = picture.property(QTextFormat::ImageAltText).toString();
        QTextCharFormat plain;
        plain.setAnchorHref(picture.anchorHref());
        plain.setAnchor(picture.isAnchor());
        cursorOf(document, *stretch).insertText(words, plain);
    }
}

void styleTables(QTextFrame *frame, const Appearance &look)
{
    const QList<QTextFrame *> inner = frame->childFrames();
    for (QTextFrame *child : inner) {
        styleTables(child, look);
        auto *table = qobject_cast<QTextTable *>(child);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(look.color(Token::Line));
        format.setCellPadding(look.px(6));
        format.setBottomMargin(look.px(10));
        table->setFormat(format);
    }
}

QList<CodeStretch> codeIn(const QTextDocument &document)
{
    QList<CodeStretch> stretches;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!isCode(block))
            continue;
        const int number = block.blockNumber();
        if (isCode(block.previous()) && !stretches.isEmpty())
            stretches.last().last = number;
        else
            stretches += {number, number};
    }
    return stretches;
}

} // namespace

QList<CodeStretch> styleReadme(QTextDocument &document, const Appearance &look)
{
    QTextCursor edit(&document);
    edit.beginEditBlock();
    replaceLostPictures(document);
    const QList<Stretch> stretches = stretchesOf(document);
    for (const Stretch &stretch : stretches) {
        if (!stretch.format.isImageFormat()) {
            QTextCursor cursor = cursorOf(document, stretch);
            cursor.setCharFormat(styled(stretch.format, cursor.block(), look));
        }
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        QTextCursor(block).setBlockFormat(styledBlock(block, look));
    styleTables(document.rootFrame(), look);
    edit.endEditBlock();
    return codeIn(document);
}

} // namespace waymark
