using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Core.Articles;
using NewsBot.Sources.Folder;

namespace NewsBot.Sources.Tests.Folder;

public sealed class FolderImagesTests : IDisposable
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    private readonly ArchiveFolder _folder = new();
    private readonly FolderImages _images;

    public FolderImagesTests()
    {
        // The folder is configured relative to the content root, as in appsettings.json.
        var options = new SourcesOptions { Folders = [new() { Key = "seeds", Path = "archive" }] };
        _images = new(Options.Create(options), new Home(Path.GetDirectoryName(_folder.Path)!));
    }

    public static TheoryData<byte[], string> Pictures => new()
    {
        { Png, "image/png" },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "image/jpeg" },
        { [.. "GIF89a"u8, 1, 0, 1, 0], "image/gif" },
        { [.. "RIFF"u8, 0x1A, 0, 0, 0, .. "WEBPVP8L"u8], "image/webp" },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public async Task A_picture_is_known_by_its_bytes_whatever_it_is_called(byte[] bytes, string type)
    {
        _folder.Write("images/map.bin", bytes);
        var image = await OpenAsync("images/map.bin");
        Assert.Equal((type, bytes.Length), (image!.MediaType, image.Bytes.Length));
    }

    [Fact]
    public async Task A_picture_is_looked_for_beside_the_article_then_in_the_folder()
    {
        _folder.Write("map.png", Png);
        _folder.Write("2024/map.png", [.. Png, 1]);
        Assert.Equal(Png.Length + 1, (await OpenAsync("map.png", "2024/a.txt"))!.Bytes.Length);
        Assert.Equal(Png.Length, (await OpenAsync("map.png", "2023/a.txt"))!.Bytes.Length);
        Assert.NotNull(await OpenAsync("../map.png", "2024/a.txt"));
    }

    [Fact]
    public async Task A_name_written_for_the_web_is_found()
    {
        _folder.Write("images/river dusk.png", Png);
        Assert.NotNull(await OpenAsync("images/river%20dusk.png"));
        Assert.NotNull(await OpenAsync("./images/river dusk.png"));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<html><script>alert(1)</script></html>")]
    [InlineData("plain words")]
    [InlineData("GIF")]
    [InlineData("")]
    public async Task What_is_no_picture_is_not_shown(string text)
    {
        _folder.Write("map.png", text);
        Assert.Null(await OpenAsync("map.png"));
    }

    [Fact]
    public async Task A_picture_of_more_than_5_MB_is_not_shown()
    {
        _folder.Write("map.png", [.. Png, .. new byte[FolderImages.MaxBytes - Png.Length]]);
        Assert.NotNull(await OpenAsync("map.png"));
        _folder.Write("map.png", [.. Png, .. new byte[FolderImages.MaxBytes - Png.Length + 1]]);
        Assert.Null(await OpenAsync("map.png"));
    }

    [Fact]
    public async Task Nothing_outside_of_the_folder_is_shown()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.Outside, "map.png"), Png, TestContext.Current.CancellationToken);
        _folder.Write("inside.png", Png);
        _folder.Shell("ln -s ../elsewhere/map.png link.png; ln -s ../elsewhere out; ln -s loop.png loop.png; mkfifo pipe.png; mkdir dir.png");
        string[] places =
        [
            "../elsewhere/map.png", "x/../../elsewhere/map.png", "%2E%2E/elsewhere/map.png", Path.Combine(_folder.Outside, "map.png"), _folder.At("inside.png"),
            $"file://{_folder.At("inside.png")}", "https://example.org/map.png", "link.png", "out/map.png", "loop.png", "pipe.png", "dir.png", "none.png", ".", "..", "", "a\0b.png", new string('n', 5000),
        ];
        foreach (var place in places) Assert.True(await OpenAsync(place) is null, place);
    }

    [Fact]
    public async Task An_article_of_another_source_has_no_picture_here()
    {
        _folder.Write("map.png", Png);
        Assert.Null(await OpenAsync("map.png", source: "import"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<Image?> OpenAsync(string image, string place = "a.txt", string source = "seeds") => _images.OpenAsync(
        new(new("0123456789ab"), source, place, new() { Title = "A", Published = DateTimeOffset.UnixEpoch, Image = image }, ""), TestContext.Current.CancellationToken);

    private sealed class Home(string folder) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "tests";

        public string EnvironmentName { get; set; } = "Production";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
