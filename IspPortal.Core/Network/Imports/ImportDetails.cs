namespace IspPortal.Core.Network.Imports;

/// <summary>One import with its sums.</summary>
/// <param name="Row">The import.</param>
/// <param name="Verdicts">How many of each verdict, profiles excepted; those with none are left out.</param>
/// <param name="ChosenLines">Lines that would be taken.</param>
/// <param name="ChosenProfiles">Profiles whose speed and list would be kept.</param>
/// <param name="UnknownPasswords">Chosen accounts whose password the router does not show: it stays unknown and is never written.</param>
/// <param name="HeldLines">Chosen accounts that are switched off or isolated: they are taken over as held, so that nothing changes.</param>
public sealed record ImportDetails(
    ImportRow Row, IReadOnlyDictionary<ImportVerdict, int> Verdicts, int ChosenLines, int ChosenProfiles, int UnknownPasswords, int HeldLines);
