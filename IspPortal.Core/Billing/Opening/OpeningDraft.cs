using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Opening;

/// <summary>A row of a file as it says itself, before anything is looked up.</summary>
/// <param name="Row">Its line in the file.</param>
/// <param name="Kind">What it brings along; null: nothing that is known.</param>
/// <param name="Problems">What is wrong with its cells.</param>
public sealed record OpeningDraft(int Row, OpeningKind? Kind, IReadOnlyList<FieldError> Problems)
{
    /// <summary>As <see cref="OpeningField.Customer"/>.</summary>
    public string? Customer { get; init; }

    /// <summary>As <see cref="OpeningField.Account"/>.</summary>
    public string? Account { get; init; }

    /// <summary>As <see cref="OpeningField.Line"/>.</summary>
    public string? Line { get; init; }

    /// <summary>As <see cref="OpeningField.Number"/>.</summary>
    public string? Number { get; init; }

    /// <summary>As <see cref="OpeningField.IssuedOn"/>.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>As <see cref="OpeningField.DueOn"/>.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>As <see cref="OpeningField.FromOn"/>.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>As <see cref="OpeningField.ToOn"/>.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>As <see cref="OpeningField.Amount"/>.</summary>
    public Common.Money.Money Amount { get; init; }

    /// <summary>As <see cref="OpeningField.PaidUntilOn"/>.</summary>
    public DateOnly? PaidUntilOn { get; init; }

    /// <summary>As <see cref="OpeningField.Place"/>.</summary>
    public string? Place { get; init; }

    /// <summary>As <see cref="OpeningField.Series"/>.</summary>
    public string? Series { get; init; }

    /// <summary>As <see cref="OpeningField.Next"/>.</summary>
    public long? Next { get; init; }

    /// <summary>As <see cref="OpeningField.Note"/>.</summary>
    public string? Note { get; init; }
}
