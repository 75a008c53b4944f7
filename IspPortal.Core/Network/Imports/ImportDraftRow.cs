using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Network.Imports;

/// <summary>One thing found on the router. Its password is never among it.</summary>
/// <param name="Number">Its number in the import.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Service">How it is served.</param>
/// <param name="Name">Its name.</param>
/// <param name="Profile">Its profile, or null.</param>
/// <param name="FixedAddress">Its address, or null or empty.</param>
/// <param name="RateLimit">Its speed, or null.</param>
/// <param name="HasPassword">Whether its password is known.</param>
/// <param name="IsDisabled">Whether it is switched off.</param>
/// <param name="Comment">What people wrote there.</param>
/// <param name="Verdict">What would become of it.</param>
/// <param name="ProblemCode">Why not, or what to know; null: nothing.</param>
/// <param name="ProblemDetail">What the problem speaks of, or null.</param>
/// <param name="MatchedBy">By what its customer was found, or null.</param>
/// <param name="CustomerNumber">The customer's number as the file says, or null.</param>
/// <param name="CustomerName">The customer's name as the file says, or null.</param>
/// <param name="CustomerPhone">The customer's phone as the file says, or null.</param>
/// <param name="CanBeTaken">Whether it can be chosen.</param>
/// <param name="IsChosen">Whether it is.</param>
/// <param name="AccessId">The line that came of it, or null.</param>
public sealed record ImportDraftRow(
    int Number, FoundKind Kind, AccessService Service, string Name, string? Profile, string? FixedAddress, string? RateLimit, bool HasPassword, bool IsDisabled, string? Comment,
    ImportVerdict Verdict, string? ProblemCode, string? ProblemDetail, MatchedBy? MatchedBy, string? CustomerNumber, string? CustomerName, string? CustomerPhone,
    bool CanBeTaken, bool IsChosen, Guid? AccessId);
