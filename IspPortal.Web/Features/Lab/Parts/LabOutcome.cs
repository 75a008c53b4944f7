using IspPortal.Core.Common.Results;

namespace IspPortal.Web.Features.Lab.Parts;

/// <summary>Turns the outcome of a switch into the sentence that tells it was done.</summary>
internal static class LabOutcome
{
    public static Result<string> WithText(this Result done, string text) => done.Error is { } error ? error : text;

    public static Result<string> WithText<T>(this Result<T> done, Func<T, string> text) => done.Error is { } error ? error : text(done.Value);
}
