using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Addressing;

/// <summary>Expected failures of addressing.</summary>
public static class AddressingErrors
{
    /// <summary>Another line of the portal has this address.</summary>
    public const string AddressGivenCode = "addressing.address_given";

    /// <summary>No such pool, or it is gone meanwhile.</summary>
    public static Error PoolNotFound { get; } = new("addressing.pool_not_found", ErrorKind.NotFound);

    /// <summary>No such conflict.</summary>
    public static Error ConflictNotFound { get; } = new("addressing.conflict_not_found", ErrorKind.NotFound);

    /// <summary>The conflict is over.</summary>
    public static Error ConflictIsOver { get; } = new("addressing.conflict_is_over", ErrorKind.Conflict);

    /// <summary>Every address of the range is taken.</summary>
    public static Error NothingFree(string range) => new("addressing.nothing_free", ErrorKind.Conflict, range);

    /// <summary>The pool holds IPv6 prefixes, or its ranges could not be read: no address can be given out of it.</summary>
    public static Error PoolWithoutAddresses(string pool) => new("addressing.pool_without_addresses", ErrorKind.Conflict, pool);

    /// <summary>A fixed address belongs to one line, wherever it is served.</summary>
    /// <param name="address">The address.</param>
    /// <param name="username">The line that has it, or null when it just got it.</param>
    public static Error AddressGiven(string address, string? username) => CommonErrors.Invalid([new FieldError("fixedAddress", AddressGivenCode, address, username ?? "?")]);

    /// <summary>Neither a range, a net nor an address.</summary>
    public static Error NotARange { get; } = CommonErrors.Invalid([new FieldError("range", "addressing.not_a_range")]);
}
