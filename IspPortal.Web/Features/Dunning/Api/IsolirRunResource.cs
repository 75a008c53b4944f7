using IspPortal.Core.Billing.Dunning;

namespace IspPortal.Web.Features.Dunning.Api;

/// <summary>An isolir run.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">isolir, or termination: it ends the lines.</param>
/// <param name="On">The day on which it isolates or ends.</param>
/// <param name="State">preparing, waiting, running, done, undoing, undone or discarded.</param>
/// <param name="IsObserved">Whether it only looks.</param>
/// <param name="Accounts">Accounts that are isolated or ended.</param>
/// <param name="Held">Accounts that are late enough and held back.</param>
/// <param name="Lines">Lines that are isolated.</param>
/// <param name="Routers">Routers that serve them.</param>
/// <param name="Currency">Of the amount.</param>
/// <param name="Overdue">What these accounts owe and is overdue.</param>
/// <param name="AllAccounts">Accounts with lines in service.</param>
/// <param name="Usual">Accounts on the same day of the last three months, on average, or null.</param>
/// <param name="IsBeyondShare">Whether it is too large a share of all accounts.</param>
/// <param name="IsUnusual">Whether it differs too much from what is usual.</param>
/// <param name="LimitReason">Why it goes beyond its limits, once given.</param>
/// <param name="Isolated">Accounts isolated or ended so far.</param>
/// <param name="Failed">Accounts with a line that could not be.</param>
/// <param name="LeftOut">Accounts that something came up for.</param>
/// <param name="CreatedBy">Who asked for it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="ApprovedBy">Who let it run, or null.</param>
/// <param name="UndoneBy">Who undid it, or null.</param>
/// <param name="UndoReason">Why, or null.</param>
/// <param name="EndedAtUtc">When it was over, or null.</param>
/// <param name="Version">To be sent back with the approval.</param>
internal sealed record IsolirRunResource(
    Guid Id, string Number, DunningRunKind Kind, DateOnly On, IsolirRunState State, bool IsObserved, int Accounts, int Held, int Lines, int Routers, string Currency, long Overdue, int AllAccounts, int? Usual, bool IsBeyondShare, bool IsUnusual,
    string? LimitReason, int Isolated, int Failed, int LeftOut, string CreatedBy, DateTime CreatedAtUtc, string? ApprovedBy, string? UndoneBy, string? UndoReason, DateTime? EndedAtUtc, long Version)
{
    public static IsolirRunResource Of(IsolirRunRow row) => new(
        row.Id, row.Number, row.Kind, row.On, row.State, row.IsObserved, row.Accounts, row.Held, row.Lines, row.Routers, row.Overdue.Currency.Code, row.Overdue.Minor, row.AllAccounts, row.Usual, row.IsBeyondShare, row.IsUnusual,
        row.LimitReason, row.Isolated, row.Failed, row.LeftOut, row.CreatedBy, row.CreatedAtUtc, row.ApprovedBy, row.UndoneBy, row.UndoReason, row.EndedAtUtc, row.Version);
}
