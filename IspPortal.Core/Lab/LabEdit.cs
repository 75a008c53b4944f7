namespace IspPortal.Core.Lab;

/// <summary>A change that somebody makes in Winbox.</summary>
/// <param name="User">The router's user.</param>
/// <param name="Address">The address of that person's machine.</param>
/// <param name="Command">Menu and verb, <c>/ppp/secret/set</c>.</param>
/// <param name="Arguments">The item as <c>.id</c> (a name will do) and the properties to write.</param>
public sealed record LabEdit(string User, string Address, string Command, IReadOnlyDictionary<string, string> Arguments);
