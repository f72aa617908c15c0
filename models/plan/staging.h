#pragma once

#include "models/plan/diskwork.h"

namespace waymark {

/// A hidden folder in which an apply is prepared. While the process that made it lives, it is
/// locked; one that is not is left by a crash and may go. It holds "lock" and what its user puts
/// in: "tree", or "new" and "old", and room to take everything back.
class Staging
{
public:
    /// Makes "PREFIX-XXXXXXXX" in `parent`.
    [[nodiscard]] static Result<Staging> make(FileSystem &fileSystem, const Folder &parent,
                                              const QByteArray &prefix);
    /// How those begin that makeNear() makes.
    static constexpr auto prefixInHome = "stage";
    static constexpr auto prefixInRoot = ".waymark";
    /// Makes one from which a move below `root` is one step: in `home` if it can be there, else in
    /// `root`.
    [[nodiscard]] static Result<Staging> makeNear(FileSystem &fileSystem, const Folder &home,
                                                  const Folder &root);
    /// Removes what crashes left of make() in `parent`. Where a process still lives that made one,
    /// it fails with the code "destination.locked".
    [[nodiscard]] static Result<> removeAbandoned(FileSystem &fileSystem, const Folder &parent,
                                                  const QByteArray &prefix);
    /// What in `parent` is called as make() does.
    [[nodiscard]] static Result<QByteArrayList> namesIn(const Folder &parent,
                                                        const QByteArray &prefix);
    /// The one that is called `name`, if it is there, locked: "destination.locked" where a process
    /// still lives that made it.
    [[nodiscard]] static Result<std::optional<Staging>> takeAbandoned(const Folder &parent,
                                                                      const QByteArray &name);
    /// Removes the one that is called `name`, as removeAbandoned() does.
    [[nodiscard]] static Result<> removeNamed(FileSystem &fileSystem, const Folder &parent,
                                              const QByteArray &name);

    /// Removes what crashes left of make() in `parent`; what another process uses stays. Does
    /// nothing where a StagingTurn lives, and holds one itself until they are locked.
    static void sweep(FileSystem &fileSystem, const Folder &parent, const QByteArray &prefix);

    Staging(Staging &&) noexcept = default;
    Staging &operator=(Staging &&) noexcept = default;

    /// Takes up room on the disk, `bytes` at least, that giveRoom() gives back: a disk that is full
    /// must not keep an apply from being taken back.
    [[nodiscard]] Result<> takeRoom(FileSystem &fileSystem, qint64 bytes) const;
    /// Gives the room that a prepared folder takes up back.
    [[nodiscard]] static Result<> giveRoom(FileSystem &fileSystem, const Folder &staging);

    [[nodiscard]] const Folder &folder() const { return m_folder; }
    [[nodiscard]] QByteArray name() const { return m_name; }
    /// Whether it holds nothing but what may go.
    [[nodiscard]] Result<bool> isOurs() const;
    /// Removes it with all that it holds.
    [[nodiscard]] Result<> remove(FileSystem &fileSystem) const;

private:
    Staging(Folder parent, QByteArray name, Folder folder, Descriptor lock)
        : m_parent(std::move(parent))
        , m_name(std::move(name))
        , m_folder(std::move(folder))
        , m_lock(std::move(lock))
    {
    }

    Folder m_parent;
    QByteArray m_name;
    Folder m_folder;
    Descriptor m_lock;
};

/// While it lives, no other one of the same folder does, in whichever process: between making a
/// folder and locking it, nobody may take that for one which a crash left.
class StagingTurn
{
public:
    enum class Wait : bool { No, Yes };
    /// Wait::No: it is not taken where another one lives.
    explicit StagingTurn(const Folder &parent, Wait wait = Wait::Yes);
    Q_DISABLE_COPY_MOVE(StagingTurn)
    ~StagingTurn() = default;
    /// Also where folders cannot be locked: there is nothing better to do than to go on.
    [[nodiscard]] bool isTaken() const { return m_isTaken; }

private:
    Descriptor m_folder;
    bool m_isTaken = true;
};

/// How scratch folders of a template's commands begin in the state folder.
inline constexpr auto commandStages = "commands";

/// Removes those of them that crashes left: they may hold secrets.
void removeAbandonedCommands(FileSystem &fileSystem, const QString &stateFolder);

} // namespace waymark
