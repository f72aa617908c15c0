#pragma once

#include "models/git/identity.h"
#include "models/plan/gitchange.h"

namespace waymark {

/// One change of one repository, step by step: what advance() and settle() do.
class GitMover
{
public:
    /// `isStrict`: what is not where the change begins is an error, else it is left alone.
    GitMover(FileSystem &fileSystem, const git::Repository &repository, const GitChange &change,
             bool isStrict);

    /// That the repository is where the change begins ("destination.changed").
    [[nodiscard]] Result<> checkStart() const;
    [[nodiscard]] Result<> run() const;

private:
    [[nodiscard]] Result<> moveBase() const;
    [[nodiscard]] Result<> moveReference() const;
    [[nodiscard]] Result<> moveHead() const;
    [[nodiscard]] Result<> moveIndex() const;
    [[nodiscard]] Result<> move(const QByteArray &name, const QByteArray &from,
                                const QByteArray &to) const;
    [[nodiscard]] Result<> removeIndex() const;
    [[nodiscard]] bool indexHolds(const QByteArray &tree) const;
    [[nodiscard]] std::unexpected<Error> otherReference() const;
    [[nodiscard]] std::unexpected<Error> otherHead() const;
    [[nodiscard]] std::unexpected<Error> otherIndex() const;

    FileSystem &m_fileSystem;
    const git::Repository &m_repository;
    const GitChange &m_change;
    git::Person m_person;
    bool m_isStrict;
};

} // namespace waymark
