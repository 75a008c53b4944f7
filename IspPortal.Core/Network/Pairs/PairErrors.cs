using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Pairs;

/// <summary>Expected failures of pairs.</summary>
public static class PairErrors
{
    /// <summary>The router has no partner.</summary>
    public static Error NotPaired { get; } = new("network.not_paired", ErrorKind.Conflict);

    /// <summary>No line is meant.</summary>
    public static Error NothingSelected { get; } = new("network.pair_nothing_selected", ErrorKind.Conflict);

    /// <summary>The other router is in a pair already.</summary>
    public static Error Taken(string name) => new("network.pair_taken", ErrorKind.Conflict, name);

    /// <summary>So many lines are on both routers: they are taken off the partner before the pair is parted.</summary>
    public static Error InUse(int lines) => new("network.pair_in_use", ErrorKind.Conflict, lines);

    /// <summary>None of so many lines can be put on the other router.</summary>
    public static Error NoneAble(int lines) => new("network.pair_none_able", ErrorKind.Conflict, lines);
}
