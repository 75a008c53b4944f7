namespace IspPortal.Core.Network.Addressing;

/// <summary>What stands against giving an address to a line; all empty: nothing that is known.</summary>
/// <param name="GivenTo">The line of the portal that has it: saving will be refused. Null: none.</param>
/// <param name="OnRouters">Accounts with this address that nobody took over, as <c>name (router)</c>.</param>
/// <param name="Pools">Pools of the router that hold it and are handed out.</param>
public sealed record AddressCheck(string? GivenTo, IReadOnlyList<string> OnRouters, IReadOnlyList<string> Pools);
