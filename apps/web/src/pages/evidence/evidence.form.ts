import { LONGEST_EVIDENCE_WORDS, LONGEST_LINK, LONGEST_TITLE } from '@lib/assurance';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional, Matches, MaxLength } from 'class-validator';
import { FreeText } from '../../http/free-text.js';

const DAY = 'must be a real date, like 31 3 2027';

/** One version of evidence: a file or a link, and what it is about. */
export class EvidenceVersionForm {
  @MaxLength(LONGEST_LINK, { message: `The link must be ${LONGEST_LINK} characters or fewer` })
  link = '';

  @MaxLength(20, { message: `The first day ${DAY}` })
  @Matches(/\S/, { message: 'Enter the first day that it is about' })
  coversFrom = '';

  @MaxLength(20, { message: `The last day ${DAY}` })
  @Matches(/\S/, { message: 'Enter the last day that it is about' })
  coversTo = '';

  @MaxLength(20, { message: `The day until which it can be relied on ${DAY}` })
  expiresOn = '';

  @FreeText('What it shows')
  @MaxLength(LONGEST_EVIDENCE_WORDS, {
    message: `What it shows must be ${LONGEST_EVIDENCE_WORDS} characters or fewer`,
  })
  @Matches(/\S/, { message: 'Say what it shows, and where in it' })
  words = '';

  /** The box of the file, which some senders name among the texts where none was chosen. */
  @IsOptional()
  @IsIn([''], { message: 'Select the file again' })
  file?: string;
}

export class SupplyEvidenceForm extends EvidenceVersionForm {
  @FreeText('The title')
  @MaxLength(LONGEST_TITLE, { message: `The title must be ${LONGEST_TITLE} characters or fewer` })
  @Matches(/\S/, { message: 'Say what it is' })
  title = '';

  /** Whose it is; empty for the partnership's own. */
  @Matches(/^[0-9a-f-]{0,36}$/, { message: 'Select whose it is' })
  authority = '';

  @IsIn(['official', 'official-sensitive'], { message: 'Select how it is marked' })
  marking: 'official' | 'official-sensitive' = 'official';

  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @ArrayNotEmpty({ message: 'Select the duties that it is about' })
  @ArrayMaxSize(300, { message: 'Select the duties that it is about' })
  @Matches(/^[A-Za-z0-9-]+\/[a-z-]+$/, { each: true, message: 'Select the duties that it is about' })
  duties: string[] = [];
}

export class RequestEvidenceForm {
  @FreeText('The title')
  @MaxLength(LONGEST_TITLE, { message: `The title must be ${LONGEST_TITLE} characters or fewer` })
  @Matches(/\S/, { message: 'Say what it is' })
  title = '';

  @Matches(/^[0-9a-f-]{0,36}$/, { message: 'Select whom to ask' })
  authority = '';

  @IsIn(['official', 'official-sensitive'], { message: 'Select how it is marked' })
  marking: 'official' | 'official-sensitive' = 'official';

  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @ArrayNotEmpty({ message: 'Select the duties that it is about' })
  @ArrayMaxSize(300, { message: 'Select the duties that it is about' })
  @Matches(/^[A-Za-z0-9-]+\/[a-z-]+$/, { each: true, message: 'Select the duties that it is about' })
  duties: string[] = [];

  @FreeText('What is asked for')
  @MaxLength(LONGEST_EVIDENCE_WORDS, {
    message: `What is asked for must be ${LONGEST_EVIDENCE_WORDS} characters or fewer`,
  })
  @Matches(/\S/, { message: 'Say what is asked for' })
  askedFor = '';

  @MaxLength(20, { message: `The last day ${DAY}` })
  @Matches(/\S/, { message: 'Enter the last day on which it is wanted' })
  dueOn = '';
}

/** All the duties that evidence is about. */
export class EvidenceDutiesForm {
  @Transform(({ value }: { value: unknown }) => [value ?? []].flat())
  @ArrayNotEmpty({ message: 'Select the duties that it is about' })
  @ArrayMaxSize(300, { message: 'Select the duties that it is about' })
  @Matches(/^[A-Za-z0-9-]+\/[a-z-]+$/, { each: true, message: 'Select the duties that it is about' })
  duties: string[] = [];
}

export class ReviewForm {
  @IsIn(['takeUp', 'accept'])
  action: 'takeUp' | 'accept';
}
