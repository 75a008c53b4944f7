using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>An isolir run.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number.</param>
/// <param name="On">The day on which it isolates.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsObserved">Whether it only looks.</param>
/// <param name="Accounts">Accounts that are isolated.</param>
/// <param name="Held">Accounts that are late enough and held back.</param>
/// <param name="Lines">Lines that are isolated.</param>
/// <param name="Routers">Routers that serve them.</param>
/// <param name="Overdue">What these accounts owe and is overdue.</param>
/// <param name="AllAccounts">Accounts with lines in service, all of them.</param>
/// <param name="Usual">Accounts on the same day of the last three months, on average; null: there were no runs.</param>
/// <param name="IsBeyondShare">Whether it is more than the share of all accounts that goes without a reason.</param>
/// <param name="IsUnusual">Whether it differs too much from what is usual on this day.</param>
/// <param name="LimitReason">Why it goes beyond its limits, once given.</param>
/// <param name="Isolated">Accounts isolated so far.</param>
/// <param name="Failed">Accounts with a line that could not be.</param>
/// <param name="LeftOut">Accounts that something came up for.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ApprovedBy">Who let it run, or null.</param>
/// <param name="UndoneBy">Who undid it, or null.</param>
/// <param name="UndoReason">Why, or null.</param>
/// <param name="EndedAtUtc">When it was over, or null.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record IsolirRunRow(
    Guid Id,
    string Number,
    DateOnly On,
    IsolirRunState State,
    bool IsObserved,
    int Accounts,
    int Held,
    int Lines,
    int Routers,
    Money Overdue,
    int AllAccounts,
    int? Usual,
    bool IsBeyondShare,
    bool IsUnusual,
    string? LimitReason,
    int Isolated,
    int Failed,
    int LeftOut,
    string CreatedBy,
    DateTime CreatedAtUtc,
    string? ApprovedBy,
    string? UndoneBy,
    string? UndoReason,
    DateTime? EndedAtUtc,
    long Version)
{
    /// <summary>What it does with them.</summary>
    public DunningRunKind Kind { get; init; }

    /// <summary>Whether it needs a reason of somebody who may give one.</summary>
    public bool IsBeyondLimit => IsBeyondShare || IsUnusual;
}
