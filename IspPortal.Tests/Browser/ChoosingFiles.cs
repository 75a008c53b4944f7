using Microsoft.Playwright;

namespace IspPortal.Tests.Browser;

/// <summary>Files chosen on a page.</summary>
internal static class ChoosingFiles
{
    /// <summary>Chooses a file once Blazor listens at the field: one chosen in the moment between drawing and listening is lost, and no person is that fast.</summary>
    public static async Task ChooseFileAsync(this IPage page, string field, FilePayload file)
    {
        var input = page.Locator(field);
        await LivePages.PollUntilAsync(
            () => input.EvaluateAsync<bool>("input => input._blazorInputFileNextFileId !== undefined"), TimeSpan.FromSeconds(60), () => $"Nobody listens at {field}.");
        await input.SetInputFilesAsync(file);
    }
}
