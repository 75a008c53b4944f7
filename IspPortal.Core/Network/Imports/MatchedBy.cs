namespace IspPortal.Core.Network.Imports;

/// <summary>By what a line found its customer.</summary>
public enum MatchedBy
{
    /// <summary>The account's name.</summary>
    Username,

    /// <summary>A phone number in the comment.</summary>
    Phone,

    /// <summary>The customer's name in the comment or as the account.</summary>
    Name,
}
