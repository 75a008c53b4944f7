using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Runs;

/// <summary>Expected failures with billing runs.</summary>
public static class BillingErrors
{
    /// <summary>The portal only observes: nothing is billed.</summary>
    public static Error ObserveMode { get; } = new("billing.observe_mode", ErrorKind.Conflict);

    /// <summary>There is no such run.</summary>
    public static Error RunNotFound { get; } = new("billing.run_not_found", ErrorKind.NotFound);

    /// <summary>Another run is not over yet; two at once would show the same bills twice.</summary>
    public static Error RunOpen(string number) => new("billing.run_open", ErrorKind.Conflict, number);

    /// <summary>The run is not in a state in which that can be done.</summary>
    public static Error RunState { get; } = new("billing.run_state", ErrorKind.Conflict);

    /// <summary>The run differs too much from the month before: a person who may must give a reason.</summary>
    public static Error BeyondLimit { get; } = new("billing.run_beyond_limit", ErrorKind.Conflict);

    /// <summary>The day lies more than {0} days away.</summary>
    public static Error DayTooFar(int days) => new("billing.day_too_far", ErrorKind.Invalid, days);

    /// <summary>Another whole run is being thought through in this process: one at a time.</summary>
    public static Error WhatIfBusy { get; } = new("billing.what_if_busy", ErrorKind.Conflict);

    /// <summary>The facts of the account cannot be billed; the log says why.</summary>
    public static Error Unbillable { get; } = new("billing.unbillable", ErrorKind.Conflict);
}
