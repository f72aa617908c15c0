#pragma once

#include "views/theme/appearance.h"

#include <QRect>
#include <QString>

class QPainter;

namespace waymark {

/// What a badge says by its colours.
enum class BadgeKind : quint8 {
    Golden,
    Changed, // from golden
    Plain,
    Source, // a place in a file
    Warning,
    Error,
    Linked, // lines from the field one is in
    Added,
    Count, // round: how many wait
};

/// A badge: its icon may be missing.
struct BadgeText
{
    BadgeKind kind = BadgeKind::Plain;
    QString text;
    QString icon = {};
    bool isOnSelection = false; ///< Its soft fill would not be seen on that of a selected row.
};

/// The golden path's mark, in its three shapes.
enum class Diamond : quint8 { Golden, Changed, OffThePath };

/// What happens to a file.
enum class FileMark : quint8 { Added, Modified, Deleted, Conflict, NotNeeded };

/// At the size of QApplication::font(), as all of this folder's paint functions.
[[nodiscard]] QSize badgeSize(const BadgeText &badge, const Appearance &look);
/// Fills `rect`, which is at least as large as badgeSize(); a narrower text is elided.
void paintBadge(QPainter *painter, const QRect &rect, const BadgeText &badge,
                const Appearance &look);

/// The square with A, M, D, C or −, in the middle of `rect`.
[[nodiscard]] QSize fileMarkSize(const Appearance &look);
void paintFileMark(QPainter *painter, const QRect &rect, FileMark mark, const Appearance &look);

/// One key, "Ctrl". On a tool tip its colours are those of the tool tip.
[[nodiscard]] QSize keyCapSize(const QString &key, const Appearance &look);
void paintKeyCap(QPainter *painter, const QRect &rect, const QString &key, const Appearance &look,
                 bool isOnToolTip = false);

void paintDiamond(QPainter *painter, const QRect &rect, Diamond diamond, const Appearance &look);

} // namespace waymark
