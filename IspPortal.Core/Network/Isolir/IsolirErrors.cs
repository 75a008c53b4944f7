using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Isolir;

/// <summary>Expected failures around the isolir kit.</summary>
public static class IsolirErrors
{
    /// <summary>The settings name no pay page.</summary>
    public static Error LandingMissing { get; } = new("isolir.landing_missing", ErrorKind.Conflict);

    /// <summary>The test account {0} did not come online within {1} seconds.</summary>
    public static Error NoTestSession(string username, int seconds) => new("isolir.no_test_session", ErrorKind.Conflict, username, seconds);

    /// <summary>The test session is online at {0}, but not on the list {1}.</summary>
    public static Error NotListed(string address, string list) => new("isolir.not_listed", ErrorKind.Conflict, address, list);

    /// <summary>The test session is online and the counters of the redirect or of the reject did not move.</summary>
    public static Error NoEvidence { get; } = new("isolir.no_evidence", ErrorKind.Conflict);

    /// <summary>Parts of the kit are not in order.</summary>
    public static Error PartsWrong(int wrong) => new("isolir.parts_wrong", ErrorKind.Conflict, wrong);
}
