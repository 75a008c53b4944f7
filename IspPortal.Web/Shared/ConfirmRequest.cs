namespace IspPortal.Web.Shared;

/// <summary>What a person is asked before something is done.</summary>
/// <param name="Title">What will be done.</param>
/// <param name="Text">Its size and what follows from it.</param>
/// <param name="Verb">The button.</param>
/// <param name="ReasonRequired">Whether a reason must be given.</param>
/// <param name="Destructive">Whether it takes something away.</param>
public sealed record ConfirmRequest(string Title, string Text, string Verb, bool ReasonRequired = false, bool Destructive = false);
