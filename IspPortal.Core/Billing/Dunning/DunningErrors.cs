using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>Expected failures with dunning and isolir.</summary>
public static class DunningErrors
{
    /// <summary>There is no such billing account.</summary>
    public static Error AccountNotFound { get; } = new("dunning.account_not_found", ErrorKind.NotFound);

    /// <summary>There is no such isolir run.</summary>
    public static Error RunNotFound { get; } = new("dunning.run_not_found", ErrorKind.NotFound);

    /// <summary>There is a run of that day already ({0}).</summary>
    public static Error RunOfDay(string number) => new("dunning.run_of_day", ErrorKind.Conflict, number);

    /// <summary>The run is in another state by now.</summary>
    public static Error RunState { get; } = new("dunning.run_state", ErrorKind.Conflict);

    /// <summary>The run is larger than it may be, or unlike the same day of the months before: a person who may must give a reason.</summary>
    public static Error BeyondLimit { get; } = new("dunning.run_beyond_limit", ErrorKind.Conflict);

    /// <summary>Nobody is isolated now: a holiday, outside the hours of isolir, or another day than that of the run.</summary>
    public static Error NotNow { get; } = new("dunning.not_now", ErrorKind.Conflict);

    /// <summary>The portal is in observe mode: nobody is isolated.</summary>
    public static Error ObserveMode { get; } = new("dunning.observe_mode", ErrorKind.Conflict);

    /// <summary>The day of a run may be today or one of the next 7.</summary>
    public static Error RunDay { get; } = new("dunning.run_day", ErrorKind.Invalid);

    /// <summary>The settings say that nothing is ended for bills.</summary>
    public static Error NoTermination { get; } = new("dunning.no_termination", ErrorKind.Conflict);

    /// <summary>The account has a promise that is open.</summary>
    public static Error PromiseOpen { get; } = new("dunning.promise_open", ErrorKind.Conflict);

    /// <summary>The account had {0} promises within {1} days: no more for now.</summary>
    public static Error TooManyPromises(int most, int days) => new("dunning.too_many_promises", ErrorKind.Conflict, most, days);

    /// <summary>The account has no open promise.</summary>
    public static Error NoPromise { get; } = new("dunning.no_promise", ErrorKind.Conflict);

    /// <summary>Nothing of the account is isolated for bills.</summary>
    public static Error NotIsolated { get; } = new("dunning.not_isolated", ErrorKind.Conflict);

    /// <summary>Nothing of the account is overdue.</summary>
    public static Error NothingOverdue { get; } = new("dunning.nothing_overdue", ErrorKind.Conflict);

    /// <summary>That fee is billed or waived already.</summary>
    public static Error FeeGone { get; } = new("dunning.fee_gone", ErrorKind.Conflict);
}
