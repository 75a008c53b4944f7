using FluentValidation;
using IspPortal.Core.Common;

namespace IspPortal.Core.Mapping.Optics;

/// <summary>The bounds of <see cref="OpticalSettings"/>.</summary>
public sealed class OpticalSettingsValidator : FormValidator<OpticalSettings>
{
    private const string OutOfRange = "common.out_of_range";

    /// <summary>States the bounds.</summary>
    public OpticalSettingsValidator()
    {
        RuleFor(s => s.LaunchDbm).InclusiveBetween(-5, 10).WithErrorCode(OutOfRange);
        RuleFor(s => s.PerKilometreDb).InclusiveBetween(0, 5).WithErrorCode(OutOfRange);
        RuleFor(s => s.SpliceDb).InclusiveBetween(0, 3).WithErrorCode(OutOfRange);
        RuleFor(s => s.ConnectorDb).InclusiveBetween(0, 3).WithErrorCode(OutOfRange);
        RuleFor(s => s.Splitter2Db).InclusiveBetween(0, 30).WithErrorCode(OutOfRange);
        RuleFor(s => s.Splitter4Db).InclusiveBetween(0, 30).WithErrorCode(OutOfRange);
        RuleFor(s => s.Splitter8Db).InclusiveBetween(0, 30).WithErrorCode(OutOfRange);
        RuleFor(s => s.Splitter16Db).InclusiveBetween(0, 30).WithErrorCode(OutOfRange);
        RuleFor(s => s.Splitter32Db).InclusiveBetween(0, 30).WithErrorCode(OutOfRange);
        RuleFor(s => s.Splitter64Db).InclusiveBetween(0, 30).WithErrorCode(OutOfRange);
        RuleFor(s => s.FloorDbm).InclusiveBetween(-40, -15).WithErrorCode(OutOfRange);
        RuleFor(s => s.CeilingDbm).InclusiveBetween(-15, 5).WithErrorCode(OutOfRange);
        RuleFor(s => s.ReserveDb).InclusiveBetween(0, 10).WithErrorCode(OutOfRange);
        RuleFor(s => s.BadFromDb).InclusiveBetween(0.5, 20).WithErrorCode(OutOfRange);
        RuleFor(s => s.ReadingDays).InclusiveBetween(1, 365).WithErrorCode(OutOfRange);
        RuleFor(s => s.DropReachMetres).InclusiveBetween(20, 2_000).WithErrorCode(OutOfRange);
        RuleFor(s => s.KeepPortDays).InclusiveBetween(1, 90).WithErrorCode(OutOfRange);
    }
}
